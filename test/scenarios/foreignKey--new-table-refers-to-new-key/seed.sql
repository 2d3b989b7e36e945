INSERT INTO owners VALUES ('x');
