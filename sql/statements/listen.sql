-- Hints of other nodes. The channel is fixed: what it carries says for whom it is.
listen aftershow
