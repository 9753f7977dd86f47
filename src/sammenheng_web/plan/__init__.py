"""The plan (no: plan): what starts when, what each stage gives and to whom, what is promised, what it takes."""
