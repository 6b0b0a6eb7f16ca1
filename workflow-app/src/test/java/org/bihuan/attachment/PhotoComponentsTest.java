package org.bihuan.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.upload.Upload;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bihuan.rights.CaseReading;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;

@ViewPackages
class PhotoComponentsTest extends BrowserlessTest {

    static Locale machine;

    @TempDir
    Path folder;

    PhotoService service;

    /** Without the program's own texts, Vaadin falls back to the language of the machine. */
    @BeforeAll
    static void speakChinese() {
        machine = Locale.getDefault();
        Locale.setDefault(Locale.CHINA);
    }

    @AfterAll
    static void speakAsBefore() {
        Locale.setDefault(machine);
    }

    @BeforeEach
    void open() {
        UI.getCurrent().setLocale(Locale.CHINA);
        service = new PhotoService(
                new PhotoStore(folder.toString(), Clock.systemUTC()),
                PhotoFixtures.room(50),
                Mockito.mock(PhotoMapper.class),
                Mockito.mock(CaseReading.class),
                Clock.systemUTC());
    }

    @Nested
    class UploadField {

        PhotoUpload field;

        @BeforeEach
        void show() {
            field = new PhotoUpload(service);
            UI.getCurrent().add(field);
        }

        @Test
        void offersCameraAndFiles() {
            assertThat(find(Upload.class).all())
                    .extracting(upload -> ((Button) upload.getUploadButton()).getText())
                    .containsExactly("拍照", "选择照片");
            assertThat(find(Upload.class).all())
                    .extracting(upload -> upload.getElement().getProperty("capture"))
                    .containsExactly("environment", null);
        }

        @Test
        void showsPhotosAndLetsThemBeRemoved() {
            field.setValue(List.of(prepare("a.jpg"), prepare("b.jpg")));
            assertThat(find(Image.class).all())
                    .extracting(image -> image.getAlt().orElse(""))
                    .containsExactly("第 1 张:a.jpg", "第 2 张:b.jpg");
            assertThat(find(Upload.class).all())
                    .allSatisfy(upload -> assertThat(upload.getMaxFiles()).isEqualTo(7));

            test(find(Button.class).all().stream()
                            .filter(button -> button.getText().equals("移除"))
                            .findFirst()
                            .orElseThrow())
                    .click();

            assertThat(field.getValue()).extracting(PreparedPhoto::fileName).containsExactly("b.jpg");
        }

        @Test
        void asksForAPhotoOnlyWhenOneIsRequired() {
            assertThat(field.validate()).isTrue();

            field.setRequiredIndicatorVisible(true);
            assertThat(field.validate()).isFalse();
            assertThat(field.getErrorMessage()).isEqualTo("请至少添加一张照片");

            field.setValue(List.of(prepare("a.jpg")));
            assertThat(field.validate()).isTrue();
        }

        private PreparedPhoto prepare(String name) {
            return service.prepare(name, new ByteArrayInputStream(PhotoFixtures.jpeg(64, 32)));
        }
    }

    @Nested
    class Gallery {

        @Test
        void namesEachPhotoByKindAndNumber() {
            UI.getCurrent().add(new PhotoGallery(photos(2, 1), PhotoGallery.staffUrl()));

            assertThat(find(Image.class).all())
                    .extracting(image -> image.getAlt().orElse(""))
                    .containsExactly("处置前照片 1/2", "处置前照片 2/2", "处置后照片 1/1");
        }

        @Test
        void opensTheLargePictureAndGoesThroughAll() {
            List<Photo> photos = photos(2, 0);
            UI.getCurrent().add(new PhotoGallery(photos, PhotoGallery.reporterUrl("abc")));
            test(find(NativeButton.class).all().getFirst()).click();

            Dialog dialog = find(Dialog.class).single();
            assertThat(dialog.getHeaderTitle()).isEqualTo("处置前照片 1/2");
            assertThat(find(Image.class, dialog).single().getSrc())
                    .isEqualTo("t/abc/photos/" + photos.getFirst().id() + "?size=full");

            test(button("下一张")).click();
            assertThat(dialog.getHeaderTitle()).isEqualTo("处置前照片 2/2");
            assertThat(button("下一张").isEnabled()).isFalse();

            test(button("关闭")).click();
            assertThat(find(Dialog.class).all()).isEmpty();
        }

        @Test
        void saysSoWhenThereAreNone() {
            var comparison = PhotoGallery.beforeAndAfter(photos(1, 0), PhotoGallery.staffUrl());

            assertThat(comparison.getElement().getTextRecursively()).contains("处置前", "处置后", "还没有照片");
        }

        private Button button(String text) {
            return find(Button.class).all().stream()
                    .filter(button -> button.getText().equals(text))
                    .findFirst()
                    .orElseThrow();
        }

        private static List<Photo> photos(int before, int after) {
            return IntStream.range(0, before + after)
                    .mapToObj(i -> new Photo(
                            UUID.randomUUID(),
                            "SBQ-2026-000001",
                            i < before ? PhotoKind.BEFORE : PhotoKind.AFTER,
                            640,
                            480,
                            "a.jpg",
                            Instant.EPOCH))
                    .toList();
        }
    }
}
