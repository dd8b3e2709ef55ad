"""The sections of the 工作总结."""
