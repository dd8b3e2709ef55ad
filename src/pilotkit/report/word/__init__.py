"""A document as a Word file in the form of GB/T 9704—2012; takes the extra `office`."""
