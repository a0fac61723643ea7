"""The content as it was read, kept in a file: a start reads it back while nothing that it was made from has changed."""
