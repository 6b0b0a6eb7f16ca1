package org.bihuan.org;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the signed-in person wants to be reached. */
@Service
@Transactional
public class OwnContact {

    private final StaffWriteMapper mapper;
    private final CurrentUser user;
    private final ChangeLog changes;

    OwnContact(StaffWriteMapper mapper, CurrentUser user, ChangeLog changes) {
        this.mapper = mapper;
        this.user = user;
        this.changes = changes;
    }

    /**
     * Sets the own e-mail address.
     *
     * @param email empty for none
     * @throws RefusedException when it is none
     */
    @PreAuthorize("@rights.may('account.own')")
    public void email(String email) {
        Staff me = user.require();
        mapper.email(me.id(), EmailAddress.require(email));
        changes.note("account.email", me.username(), "");
    }
}
