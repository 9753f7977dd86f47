"""Where documents meet the libraries that write files: one module for each format."""
