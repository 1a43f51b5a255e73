-- A model is found by its code too.
UPDATE model SET search_text = lower(replace(code, '-', ' ')) || ' ' || search_text;

-- The letter y that is only another spelling of i is folded like it (Quy, Qui; Mỹ, Mĩ), as searchKey does from now on.
UPDATE unit SET search_text = regexp_replace(search_text, '(?<![aeou])y|(?<=qu)y', 'i', 'g') WHERE search_text LIKE '%y%';
UPDATE model SET search_text = regexp_replace(search_text, '(?<![aeou])y|(?<=qu)y', 'i', 'g') WHERE search_text LIKE '%y%';
UPDATE citizen_case SET search_text = regexp_replace(search_text, '(?<![aeou])y|(?<=qu)y', 'i', 'g')
  WHERE search_text LIKE '%y%';
