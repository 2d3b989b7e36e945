INSERT INTO items (id, a_column_with_a_name_so_long_that_its_sequence_must_be_cut, b_column_with_a_name_so_long_that_its_sequence_must_be_cut) VALUES (1, 1, 1), (2, 2, 2);
