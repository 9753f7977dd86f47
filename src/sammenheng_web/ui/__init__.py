"""What every page is made of: the base page, components, styles, behaviours."""
