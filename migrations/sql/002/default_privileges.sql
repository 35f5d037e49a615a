-- Whatever the owner makes later is closed until somebody opens it.
ALTER DEFAULT PRIVILEGES FOR ROLE co2calculator_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE co2calculator_owner REVOKE USAGE ON TYPES FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE co2calculator_owner
    GRANT SELECT ON TABLES TO co2calculator_backup;
