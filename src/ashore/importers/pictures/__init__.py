"""Pictures as they are kept: known by their content, and rebuilt without what a camera or a phone wrote into them."""
