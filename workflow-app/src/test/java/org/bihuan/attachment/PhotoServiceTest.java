package org.bihuan.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.startsWith;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.bihuan.IntegrationTest;
import org.bihuan.TestCases;
import org.bihuan.attachment.RejectedPhotoException.Reason;
import org.bihuan.casefile.Actor;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.StaffPrincipal;
import org.bihuan.rights.CaseReading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class PhotoServiceTest {

    static final AtomicInteger COUNTER = new AtomicInteger();

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    PhotoService service;

    @Autowired
    PhotoStore store;

    @Autowired
    PhotoMapper mapper;

    @Autowired
    CurrentUser currentUser;

    @Autowired
    TransactionTemplate transaction;

    @Value("${bihuan.storage.folder}")
    Path folder;

    CaseNumber number;

    @BeforeEach
    void chooseNumber() {
        TestCases.open(context, "PHOTO-");
        number = new CaseNumber("PHOTO-2026-%06d".formatted(COUNTER.incrementAndGet()));
    }

    @Nested
    class Attach {

        @Test
        void keepsPhotosInTheirOrderOutsideOfAnyNameThatWasSent() {
            List<PreparedPhoto> photos = List.of(prepare("../../1.jpg"), prepare("𠮷.jpg"), prepare("CON"));

            attach(photos);

            assertThat(service.photosForReporter(number.value()))
                    .extracting(Photo::fileName)
                    .containsExactly("1.jpg", "𠮷.jpg", "_CON.jpg");
            assertThat(service.photosForReporter(number.value())).allSatisfy(photo -> {
                assertThat(photo.kind()).isEqualTo(PhotoKind.BEFORE);
                String name = photo.id().toString();
                assertThat(folder.resolve("photos")
                                .resolve(name.substring(0, 2))
                                .resolve(name.substring(2, 4))
                                .resolve(name + "-full.jpg"))
                        .exists();
            });
        }

        @Test
        void storesNothingWhenTheTransactionRollsBackAndTheSamePhotosMayComeAgain() throws Exception {
            PreparedPhoto photo = prepare("1.jpg");
            List<Path> before = stored();
            transaction.executeWithoutResult(status -> {
                service.attach(number, PhotoKind.AFTER, Actor.RESIDENT, List.of(photo));
                assertThat(service.photosForReporter(number.value())).hasSize(1);
                status.setRollbackOnly();
            });

            assertThat(service.photosForReporter(number.value())).isEmpty();
            assertThat(stored()).isEqualTo(before);

            attach(List.of(photo));
            assertThat(service.photosForReporter(number.value())).hasSize(1);
        }

        @Test
        void putsTheFirstPhotosBackWhenALaterOneIsGone() throws Exception {
            PreparedPhoto there = prepare("1.jpg");
            PreparedPhoto gone = prepare("2.jpg");
            service.discard(gone);
            List<Path> before = stored();

            assertRejected(Reason.EXPIRED, List.of(there, gone));

            assertThat(stored()).isEqualTo(before);
            assertThat(service.preview(there)).isNotEmpty();
        }

        @Test
        void takesEachPhotoOnlyOnce() {
            List<PreparedPhoto> photos = List.of(prepare("1.jpg"));
            attach(photos);

            assertRejected(Reason.EXPIRED, photos);
        }

        @Test
        void refusesTheTenth() {
            assertRejected(Reason.TOO_MANY, Collections.nCopies(10, prepare("1.jpg")));
        }

        @Test
        void wantsTheCallersTransaction() {
            assertThatThrownBy(() -> service.attach(number, PhotoKind.BEFORE, Actor.RESIDENT, List.of()))
                    .isInstanceOf(IllegalTransactionStateException.class);
        }

        private void assertRejected(Reason reason, List<PreparedPhoto> photos) {
            assertThatThrownBy(() -> attach(photos))
                    .isInstanceOfSatisfying(
                            RejectedPhotoException.class,
                            e -> assertThat(e.reason()).isEqualTo(reason));
        }

        private List<Path> stored() throws Exception {
            try (var walk = Files.walk(folder.resolve("photos"))) {
                return walk.filter(Files::isRegularFile).sorted().toList();
            }
        }
    }

    @Nested
    class Serve {

        UUID id;

        @BeforeEach
        void attachOne() {
            attach(List.of(prepare("路口.png")));
            id = service.photosForReporter(number.value()).getFirst().id();
        }

        @AfterEach
        void signOut() {
            SecurityContextHolder.clearContext();
        }

        @Test
        void givesStaffWithTheRightAPictureThatIsNothingElse() throws Exception {
            signIn();

            for (String size : List.of("thumb", "full")) {
                browser(true)
                        .perform(get("/photos/" + id).param("size", size))
                        .andExpect(status().isOk())
                        .andExpect(header().string("Content-Type", "image/jpeg"))
                        .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                        .andExpect(header().string("Cache-Control", "max-age=3600, private"))
                        .andExpect(header().string(
                                        "Content-Disposition",
                                        allOf(startsWith("inline; "), endsWith("%E8%B7%AF%E5%8F%A3.jpg"))));
            }
        }

        @Test
        void tellsStaffWithoutTheRightThatThereIsNone() throws Exception {
            signIn();

            notFound(browser(false), "/photos/" + id);
        }

        @Test
        void tellsEverybodyElseThatThereIsNone() throws Exception {
            notFound(browser(true), "/photos/" + id);
        }

        @Test
        void answersGuessesAlike() throws Exception {
            signIn();

            notFound(browser(true), "/photos/" + UUID.randomUUID());
            notFound(browser(true), "/photos/1");
            notFound(browser(true), "/photos/" + id + "?size=huge");
            notFound(browser(true), "/photos/..%2F..%2Fetc%2Fpasswd");
        }

        @Test
        void givesResidentsThePhotosOfTheirOwnLinkOnly() throws Exception {
            browser(false)
                    .perform(get("/t/secret/photos/" + id).param("size", "thumb"))
                    .andExpect(status().isOk());
            notFound(browser(true), "/t/guessed/photos/" + id);
            notFound(browser(true), "/t/other/photos/" + id);
        }

        private void notFound(MockMvc browser, String address) throws Exception {
            browser.perform(get(URI.create(address)))
                    .andExpect(status().isNotFound())
                    .andExpect(content().string(""));
        }

        private MockMvc browser(boolean staffMayRead) {
            CaseReading reading = mock();
            given(reading.may(number)).willReturn(staffMayRead);
            given(reading.byToken("secret")).willReturn(Optional.of(number));
            given(reading.byToken("other")).willReturn(Optional.of(new CaseNumber("OTHER-2026-000001")));
            return MockMvcBuilders.standaloneSetup(new PhotoController(mapper, store, currentUser, reading))
                    .build();
        }

        private void signIn() {
            SecurityContextHolder.getContext()
                    .setAuthentication(new TestingAuthenticationToken(
                            new StaffPrincipal(1, "somebody", "", true, true, false), ""));
        }
    }

    private PreparedPhoto prepare(String fileName) {
        return service.prepare(fileName, new ByteArrayInputStream(PhotoFixtures.jpeg(64, 32)));
    }

    private void attach(List<PreparedPhoto> photos) {
        transaction.executeWithoutResult(status -> service.attach(number, PhotoKind.BEFORE, Actor.RESIDENT, photos));
    }
}
