"""The sections of the 编制说明, in the order of GB/T 13016."""
