package org.bihuan.attachment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Thumbnails of photos; a click or Enter opens the large picture with next and previous, Esc closes it. */
public final class PhotoGallery extends Composite<Div> implements LocaleChangeObserver {

    private final List<Photo> photos;

    private final SerializableFunction<Photo, String> url;

    private final List<NativeButton> thumbs = new ArrayList<>();

    /**
     * Shows these photos in their order.
     *
     * @param url address of a photo, to which its size is appended; see {@link #staffUrl} and {@link #reporterUrl}
     */
    public PhotoGallery(List<Photo> photos, SerializableFunction<Photo, String> url) {
        this.photos = List.copyOf(photos);
        this.url = url;
        getContent().addClassName("bihuan-photo-gallery");
        render();
    }

    /** Photos before and after side by side, later additions below; on a phone one under the other. */
    public static Component beforeAndAfter(List<Photo> photos, SerializableFunction<Photo, String> url) {
        var comparison = new Div();
        comparison.addClassName("bihuan-photo-comparison");
        Stream.of(PhotoKind.BEFORE, PhotoKind.AFTER).forEach(kind -> comparison.add(section(photos, kind, url)));
        if (photos.stream().anyMatch(photo -> photo.kind() == PhotoKind.SUPPLEMENT)) {
            comparison.add(section(photos, PhotoKind.SUPPLEMENT, url));
        }
        return comparison;
    }

    private static Section section(List<Photo> photos, PhotoKind kind, SerializableFunction<Photo, String> url) {
        var gallery = new PhotoGallery(
                photos.stream().filter(photo -> photo.kind() == kind).toList(), url);
        return new Section(new H3(gallery.getTranslation("photo.kind." + kind)), gallery);
    }

    /** Address of a photo for staff. */
    public static SerializableFunction<Photo, String> staffUrl() {
        return photo -> "photos/" + photo.id();
    }

    /** Address of a photo for the resident with this private link. */
    public static SerializableFunction<Photo, String> reporterUrl(String token) {
        return photo -> "t/" + token + "/photos/" + photo.id();
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        render();
    }

    private void render() {
        getContent().removeAll();
        thumbs.clear();
        if (photos.isEmpty()) {
            var empty = new Paragraph(getTranslation("photo.none"));
            empty.addClassName("bihuan-photo-hint");
            getContent().add(empty);
        }
        for (int i = 0; i < photos.size(); i++) {
            int index = i;
            var thumb = new NativeButton();
            thumb.add(image(index, PhotoSize.THUMB));
            thumb.addClassName("bihuan-photo-thumb");
            thumb.addClickListener(event -> open(index));
            thumbs.add(thumb);
        }
        getContent().add(thumbs.toArray(Component[]::new));
    }

    private Image image(int index, PhotoSize size) {
        var image = new Image();
        image.setSrc(url.apply(photos.get(index)) + "?size=" + size.word());
        image.setAlt(title(index));
        image.getElement().setAttribute("loading", size == PhotoSize.THUMB ? "lazy" : "eager");
        return image;
    }

    /** For example 处置前照片 1/3, counted within the same kind. */
    private String title(int index) {
        PhotoKind kind = photos.get(index).kind();
        long all = photos.stream().filter(photo -> photo.kind() == kind).count();
        long number = photos.stream()
                .limit(index + 1L)
                .filter(photo -> photo.kind() == kind)
                .count();
        return getTranslation("photo.title." + kind, String.valueOf(number), String.valueOf(all));
    }

    private void open(int first) {
        var dialog = new Dialog();
        dialog.addClassName("bihuan-photo-dialog");
        var frame = new Div();
        frame.addClassName("bihuan-photo-large");
        var shown = new int[1];
        var previous = new Button(getTranslation("photo.previous"), VaadinIcon.ANGLE_LEFT.create());
        var next = new Button(getTranslation("photo.next"), VaadinIcon.ANGLE_RIGHT.create());
        next.setIconAfterText(true);
        var close = new Button(getTranslation("photo.close"), VaadinIcon.CLOSE.create(), event -> dialog.close());
        SerializableFunction<Integer, Boolean> show = index -> {
            if (index < 0 || index >= photos.size()) {
                return false;
            }
            shown[0] = index;
            frame.removeAll();
            frame.add(image(index, PhotoSize.FULL));
            dialog.setHeaderTitle(title(index));
            previous.setEnabled(index > 0);
            next.setEnabled(index < photos.size() - 1);
            return true;
        };
        previous.addClickListener(event -> show.apply(shown[0] - 1));
        next.addClickListener(event -> show.apply(shown[0] + 1));
        Shortcuts.addShortcutListener(dialog, () -> show.apply(shown[0] - 1), Key.ARROW_LEFT)
                .listenOn(dialog);
        Shortcuts.addShortcutListener(dialog, () -> show.apply(shown[0] + 1), Key.ARROW_RIGHT)
                .listenOn(dialog);
        dialog.add(frame);
        Arrays.asList(previous, next, close).forEach(button -> {
            button.addClassName("bihuan-photo-button");
            dialog.getFooter().add(button);
        });
        previous.setVisible(photos.size() > 1);
        next.setVisible(photos.size() > 1);
        dialog.addOpenedChangeListener(event -> {
            if (!event.isOpened()) {
                thumbs.get(shown[0]).focus();
            }
        });
        show.apply(first);
        dialog.open();
    }
}
