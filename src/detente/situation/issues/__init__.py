"""What is on the table: issues, parties, and the terms of an agreement (AGREEMENTS)."""
