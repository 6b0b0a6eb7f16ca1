package org.bihuan.demo;

/** The database belongs to somebody: the demonstration must not write into it. */
class ForeignOrganisationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ForeignOrganisationException(String name) {
        super("The database already holds the organisation \"" + name
                + "\", which is not the demonstration's. Start without the profile demo, or on an empty database.");
    }
}
