-- A text as a search compares it: without accents and capitals. Most texts of a file are plain
-- ASCII, and for them the dictionary of accents need not be asked.
CREATE FUNCTION public.plain_words(words text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    RETURN CASE
        WHEN octet_length(words) = char_length(words) THEN lower(words)
        ELSE lower(public.f_unaccent(words))
    END;
GRANT EXECUTE ON FUNCTION public.plain_words(text)
    TO co2calculator_app, co2calculator_admin, co2calculator_readonly, co2calculator_backup;
