-- Lists of one commune, however few its cases are among the rest.
CREATE INDEX citizen_case_of_commune ON citizen_case (tenant, commune_code, received_at DESC, id DESC);
