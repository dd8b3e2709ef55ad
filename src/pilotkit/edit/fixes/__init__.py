"""What has one right answer: `layout` mends every file, `wording` and `sentences` the standards."""
