package org.bihuan.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.WrappedHttpSession;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

class AnonymousLimitTest {

    @Test
    void lastsForSeveralReportsOfOneVisitor() {
        VaadinRequest visitor = request(null);
        for (int i = 0; i < AnonymousLimit.MOST; i++) {
            AnonymousLimit.count(visitor);
        }

        assertThatThrownBy(() -> AnonymousLimit.count(visitor))
                .isInstanceOfSatisfying(
                        RejectedPhotoException.class,
                        e -> assertThat(e.reason()).isEqualTo(RejectedPhotoException.Reason.TOO_MANY_TODAY));
        assertThatCode(() -> AnonymousLimit.count(request(null)))
                .as("another visitor")
                .doesNotThrowAnyException();
    }

    @Test
    void doesNotCountStaff() {
        VaadinRequest staff = request(() -> "wangge");

        assertThatCode(() -> {
                    for (int i = 0; i <= AnonymousLimit.MOST; i++) {
                        AnonymousLimit.count(staff);
                    }
                })
                .doesNotThrowAnyException();
    }

    private static VaadinRequest request(@Nullable Principal person) {
        VaadinRequest request = mock(VaadinRequest.class);
        when(request.getUserPrincipal()).thenReturn(person);
        when(request.getWrappedSession()).thenReturn(new WrappedHttpSession(new MockHttpSession()));
        return request;
    }
}
