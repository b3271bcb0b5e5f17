"""Which dates a document tells, and which of them is a claim’s."""
