"""The post: letters as rows, their wording, and the inbox."""
