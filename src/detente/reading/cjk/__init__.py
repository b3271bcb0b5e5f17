"""What Korean, Chinese and Japanese share: states’ names, dates, the view on a quotation."""
