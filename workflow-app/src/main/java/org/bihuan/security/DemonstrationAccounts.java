package org.bihuan.security;

import java.util.List;
import org.bihuan.org.Role;

/**
 * Accounts that the login page shows to everybody. Only a demonstration may have a bean of this type: profile {@code
 * demo} with property {@code bihuan.demo.password}.
 */
public interface DemonstrationAccounts {

    /** The accounts in the order in which they are shown. */
    List<Account> accounts();

    /** The one password of all of them. */
    String password();

    /**
     * One account.
     *
     * @param unitName name of the unit at which the role is held
     */
    record Account(String username, String name, Role role, String unitName) {}
}
