"""Pages: plain data and our own typst sources → PDF. What users wrote is data, never source."""
