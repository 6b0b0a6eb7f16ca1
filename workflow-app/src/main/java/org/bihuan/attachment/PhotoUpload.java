package org.bihuan.attachment;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.server.streams.UploadEvent;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.attachment.RejectedPhotoException.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Field for up to nine photos, taken with the camera or chosen from files. Each is sent and checked at once and shown as
 * a preview; what was refused stands beside with the reason. The value holds the photos in the order of their arrival.
 */
public final class PhotoUpload extends CustomField<List<PreparedPhoto>> implements LocaleChangeObserver {

    private static final Logger LOG = LoggerFactory.getLogger(PhotoUpload.class);

    private static final String UNFINISHED = "element.files.filter(file => !file.complete && !file.error).length";

    private final PhotoService service;

    private final List<PreparedPhoto> photos = new ArrayList<>();

    private final Map<Upload, Integer> unfinished = new HashMap<>();

    private final Button cameraButton = new Button(VaadinIcon.CAMERA.create());

    private final Button fileButton = new Button(VaadinIcon.PICTURE.create());

    private final Upload camera = upload(cameraButton, "bihuan-photo-camera");

    private final Upload files = upload(fileButton, "bihuan-photo-files");

    private final Span hint = new Span();

    private final UnorderedList previews = new UnorderedList();

    private final Div refusals = new Div();

    public PhotoUpload(PhotoService service) {
        super(List.of());
        this.service = service;
        addClassName("bihuan-photo-upload");
        camera.getElement().setProperty("capture", "environment");
        camera.setDropAllowed(false);
        var buttons = new Div(camera, files);
        buttons.addClassName("bihuan-photo-buttons");
        hint.addClassName("bihuan-photo-hint");
        previews.addClassName("bihuan-photo-previews");
        refusals.addClassName("bihuan-photo-refusals");
        refusals.getElement().setAttribute("aria-live", "polite");
        add(buttons, hint, refusals, previews);
        speak();
        render();
    }

    private Upload upload(Button button, String className) {
        var upload = new Upload(this::receive);
        upload.setUploadButton(button);
        upload.addClassName(className);
        button.addClassName("bihuan-photo-button");
        upload.setMaxFileSize(PhotoStore.MOST_BYTES);
        upload.getElement().setProperty("accept", "image/*");
        upload.addFileRejectedListener(event -> refuse(event.getFileName(), event.getErrorMessage()));
        // What has arrived is shown by us; what failed on the way stays in the browser's list with its retry button.
        upload.addAttachListener(attached -> {
            // After a reload of the page the component is another one in the browser, without files and listeners.
            unfinished.remove(upload);
            upload.getElement()
                    .executeJs("this.addEventListener('upload-success',"
                            + " e => this.files = this.files.filter(file => file !== e.detail.file))");
        });
        for (String event : List.of("files-changed", "upload-error", "upload-abort", "upload-retry")) {
            upload.getElement()
                    .addEventListener(
                            event,
                            e -> arrived(
                                    upload, e.getEventData().path(UNFINISHED).asInt(0)))
                    .addEventData(UNFINISHED);
        }
        return upload;
    }

    private void arrived(Upload upload, int stillOnTheirWay) {
        unfinished.put(upload, stillOnTheirWay);
        if (!isUploading()) {
            setInvalid(false);
        }
    }

    /** Whether photos are still on their way; sending the form now would lose them. */
    public boolean isUploading() {
        return unfinished.values().stream().mapToInt(Integer::intValue).sum() > 0;
    }

    /** Whether all photos have arrived and, if the field is required, there is one; else says so at the field. */
    public boolean validate() {
        String error = isUploading()
                ? "photo.uploading"
                : isRequiredIndicatorVisible() && photos.isEmpty() ? "photo.required" : null;
        setErrorMessage(error == null ? null : getTranslation(error));
        setInvalid(error != null);
        return error == null;
    }

    @Override
    protected List<PreparedPhoto> generateModelValue() {
        return List.copyOf(photos);
    }

    @Override
    protected void setPresentationValue(List<PreparedPhoto> value) {
        photos.clear();
        photos.addAll(value);
        refusals.removeAll();
        render();
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        speak();
        render();
    }

    /** Runs in the request of the upload, outside of the session's lock, so that decoding holds nobody up. */
    private void receive(UploadEvent event) {
        UI ui = event.getUI();
        try {
            AnonymousLimit.count(event.getRequest());
            PreparedPhoto photo = service.prepare(event.getFileName(), event.getInputStream());
            try {
                ui.access(() -> add(photo));
            } catch (UIDetachedException e) {
                service.discard(photo);
            }
        } catch (RejectedPhotoException e) {
            ui.access(() -> refuse(event.getFileName(), getTranslation(e.translationKey())));
        } catch (RuntimeException e) {
            LOG.warn("A photo could not be taken in", e);
            ui.access(() -> refuse(event.getFileName(), getTranslation(Reason.NOT_STORED.translationKey())));
        }
    }

    private void add(PreparedPhoto photo) {
        if (photos.size() >= PhotoService.MOST_PHOTOS) {
            service.discard(photo);
            refuse(photo.fileName(), getTranslation(Reason.TOO_MANY.translationKey()));
            return;
        }
        photos.add(photo);
        changed();
    }

    private void remove(PreparedPhoto photo) {
        photos.remove(photo);
        service.discard(photo);
        changed();
        fileButton.focus();
    }

    private void changed() {
        updateValue();
        setInvalid(false);
        render();
    }

    private void refuse(String fileName, String reason) {
        var name = new Span(FileName.shown(fileName));
        name.addClassName("bihuan-photo-name");
        var close = new Button(getTranslation("photo.understood"));
        var row = new Div(VaadinIcon.WARNING.create(), name, new Span(reason), close);
        row.addClassName("bihuan-photo-refusal");
        close.addClickListener(event -> refusals.remove(row));
        refusals.add(row);
    }

    private void render() {
        previews.removeAll();
        for (int i = 0; i < photos.size(); i++) {
            previews.add(preview(photos.get(i), i + 1));
        }
        previews.setVisible(!photos.isEmpty());
        boolean taken = service.takesPhotos();
        int room = taken ? PhotoService.MOST_PHOTOS - photos.size() : 0;
        camera.setMaxFiles(room);
        files.setMaxFiles(room);
        cameraButton.setEnabled(taken);
        fileButton.setEnabled(taken);
        hint.setText(
                taken
                        ? getTranslation(
                                "photo.hint", String.valueOf(photos.size()), String.valueOf(PhotoService.MOST_PHOTOS))
                        : getTranslation(Reason.NO_SPACE.translationKey()));
    }

    private ListItem preview(PreparedPhoto photo, int number) {
        String data = Base64.getEncoder().encodeToString(service.preview(photo));
        var image = new Image();
        image.setSrc("data:image/jpeg;base64," + data);
        image.setAlt(getTranslation("photo.preview", String.valueOf(number), photo.fileName()));
        var name = new Span(photo.fileName());
        name.addClassName("bihuan-photo-name");
        var remove = new Button(getTranslation("photo.remove"), VaadinIcon.TRASH.create(), event -> remove(photo));
        remove.setAriaLabel(getTranslation("photo.removeNamed", String.valueOf(number), photo.fileName()));
        return new ListItem(image, name, remove);
    }

    private void speak() {
        cameraButton.setText(getTranslation("photo.camera"));
        fileButton.setText(getTranslation("photo.choose"));
        camera.setI18n(UploadWords.of(this::getTranslation));
        files.setI18n(UploadWords.of(this::getTranslation));
    }
}
