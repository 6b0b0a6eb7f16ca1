package org.bihuan.security;

import org.bihuan.org.SignInRecords;
import org.bihuan.org.StaffPrincipal;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Joins Spring Security's sign-in to our accounts: finds them and tells them how it went. */
@Component
class SignIn {

    private final SignInRecords records;

    SignIn(SignInRecords records) {
        this.records = records;
    }

    UserDetails account(String username) {
        return records.principal(username).orElseThrow(() -> new UsernameNotFoundException("No such account"));
    }

    @EventListener
    void failed(AuthenticationFailureBadCredentialsEvent event) {
        records.failed(event.getAuthentication().getName());
    }

    @EventListener
    void succeeded(AuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof StaffPrincipal principal) {
            records.succeeded(principal.getUsername());
        }
    }
}
