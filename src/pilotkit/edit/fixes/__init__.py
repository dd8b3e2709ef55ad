"""What has one right answer: `layout` mends every file, `wording` the texts of standards."""
