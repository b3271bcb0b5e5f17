"""Documents of a fixed form, and what the form itself says: who speaks, who asks, who undertakes."""
