package org.bihuan.model.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import org.bihuan.engine.ModelXml;
import org.bihuan.model.ModelDrafts;
import org.bihuan.model.ModelRefusedException;

/** Takes a model file and says in plain words what is wrong with it. */
final class UploadSection extends Section {

    private final ModelDrafts drafts;
    private final SerializableConsumer<Long> onDraft;
    private final TextArea reason = new TextArea();
    private final Upload upload = new Upload();
    private final Div result = new Div();

    UploadSection(ModelDrafts drafts, SerializableConsumer<Long> onDraft) {
        this.drafts = drafts;
        this.onDraft = onDraft;
        reason.setLabel(getTranslation("model.upload.reason"));
        reason.setHelperText(getTranslation("model.upload.reason.help"));
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(500);
        reason.setValueChangeMode(ValueChangeMode.LAZY);
        upload.setUploadHandler(this::receive);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(ModelXml.LARGEST);
        upload.setAcceptedFileExtensions(".bpmn");
        upload.setDropAllowed(false);
        upload.setUploadButton(new Button(getTranslation("model.upload.button"), VaadinIcon.UPLOAD.create()));
        upload.setI18n(i18n());
        upload.addFileRejectedListener(rejected -> tell(new Span(rejected.getErrorMessage())));
        result.getElement().setAttribute("role", "status");
        addClassName("bihuan-card");
        add(
                new H2(getTranslation("model.upload.title")),
                new Paragraph(getTranslation("model.upload.help")),
                reason,
                upload,
                result);
    }

    private UploadI18N i18n() {
        String failed = getTranslation("model.upload.failed");
        return new UploadI18N()
                .setUploading(new UploadI18N.Uploading()
                        .setError(new UploadI18N.Uploading.Error()
                                .setForbidden(failed)
                                .setServerUnavailable(failed)
                                .setUnexpectedServerError(failed)))
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(getTranslation("model.upload.tooBig"))
                        .setIncorrectFileType(getTranslation("model.upload.notBpmn")));
    }

    /** The browser checks the size too, but who sends without a browser must not fill the memory. */
    private void receive(UploadEvent event) throws IOException {
        byte[] file;
        try (InputStream stream = event.getInputStream()) {
            file = stream.readNBytes(ModelXml.LARGEST + 1);
        }
        event.getUI().access(() -> load(file));
    }

    void load(byte[] file) {
        upload.clearFileList();
        reason.setInvalid(reason.getValue().isBlank());
        if (reason.isInvalid()) {
            reason.setErrorMessage(getTranslation("model.refused.NO_REASON"));
            reason.focus();
            return;
        }
        try {
            long id = drafts.upload(file, reason.getValue());
            result.removeAll();
            onDraft.accept(id);
        } catch (ModelRefusedException e) {
            var words = new Div(new Span(
                    getTranslation(e.messageKey(), String.valueOf(e.findings().size()))));
            if (!e.findings().isEmpty()) {
                words.add(ModelWords.findings(e.findings(), this::getTranslation));
            }
            tell(words);
        }
    }

    private void tell(Component message) {
        result.removeAll();
        result.add(VaadinIcon.EXCLAMATION_CIRCLE.create(), message);
        result.setClassName("bihuan-message bihuan-message-error model-message");
    }
}
