INSERT INTO a_schema_whose_name_is_longer_than_the_sixty_three_bytes_that_postgres_keeps.items VALUES (1, 'open');
