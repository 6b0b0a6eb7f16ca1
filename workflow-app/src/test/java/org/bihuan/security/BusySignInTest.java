package org.bihuan.security;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.SQLTransientConnectionException;
import org.bihuan.transaction.BusyException;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.transaction.CannotCreateTransactionException;

class BusySignInTest {

    private final SignIn accounts = mock(SignIn.class);

    @Test
    void isNotTakenForAWrongPasswordWhenNoConnectionIsToBeHad() {
        when(accounts.account(anyString()))
                .thenThrow(new CannotCreateTransactionException(
                        "", new SQLTransientConnectionException("people - Connection is not available")));

        assertThatThrownBy(this::signIn)
                .isNotInstanceOf(AuthenticationException.class)
                .matches(BusyException::isCauseOf);
    }

    @Test
    void leavesOtherFailuresAsTheyAre() {
        when(accounts.account(anyString())).thenThrow(new IllegalStateException("bug"));

        assertThatThrownBy(this::signIn).isInstanceOf(InternalAuthenticationServiceException.class);
    }

    private void signIn() {
        new SecurityConfiguration()
                .authenticationProvider(accounts, new BCryptPasswordEncoder(4))
                .authenticate(UsernamePasswordAuthenticationToken.unauthenticated("wangge", "secret"));
    }
}
