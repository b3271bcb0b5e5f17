"""Word processor and print: DOCX and PDF, by way of Pandoc and Typst."""
