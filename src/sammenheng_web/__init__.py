"""The site: it stores, decides who may, and shows. It imports the library, never the reverse."""
