"""`review`: deciding on proposed claims."""
