INSERT INTO owners VALUES ('6b1b36cb-9d1c-4b8c-9d0e-0c6d3e3f2a11');
INSERT INTO items VALUES (1, '6b1b36cb-9d1c-4b8c-9d0e-0c6d3e3f2a11');
