package org.bihuan.incident.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.PreserveOnRefresh;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bihuan.attachment.PhotoService;
import org.bihuan.attachment.PhotoUpload;
import org.bihuan.attachment.RejectedPhotoException;
import org.bihuan.form.FormSchemas;
import org.bihuan.form.SchemaForm;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.idempotency.OtherContentException;
import org.bihuan.idempotency.SendKeyField;
import org.bihuan.incident.IncidentCatalog;
import org.bihuan.incident.IncidentCategory;
import org.bihuan.incident.IncidentIntake;
import org.bihuan.incident.IncidentReport;
import org.bihuan.incident.OutsideDistrictException;
import org.bihuan.incident.Receipt;
import org.bihuan.map.Maps;
import org.bihuan.map.Point;
import org.bihuan.org.OrgService;

/**
 * The resident's page: what, where, send. Three steps, no account; a reload loses nothing, and the same form is never
 * sent twice. The browser keeps key and words (never the phone) until the receipt is there.
 */
@Route(value = "report", autoLayout = false)
@AnonymousAllowed
@PreserveOnRefresh
class ReportView extends Div implements HasDynamicTitle {

    private final transient IncidentIntake intake;
    private final transient IncidentCatalog catalog;
    private final SendKeyField key;

    private final CategoryField category;
    private final SchemaForm words;
    private final SchemaForm contact;
    private final PhotoUpload photos;
    private final PlaceField place;

    private final List<Section> steps = new ArrayList<>();
    private final Span position = new Span();
    private final Button back = new Button();
    private final Button next = new Button();
    private int step;

    ReportView(
            IncidentIntake intake,
            IncidentCatalog catalog,
            FormSchemas schemas,
            PhotoService photoService,
            OrgService units,
            Maps maps,
            Idempotency idempotency) {
        this.intake = intake;
        this.catalog = catalog;
        addClassName("bihuan-public");
        key = new SendKeyField(idempotency, "report");
        key.onReturn(ReportDraft.class, this::comeBack);
        category = new CategoryField(catalog.choices());
        words = new SchemaForm(schemas.schema("incident/report-incident"));
        contact = new SchemaForm(schemas.schema("incident/report-contact"));
        photos = new PhotoUpload(photoService);
        photos.setLabel(getTranslation("incident.report.photos"));
        place = new PlaceField(units, maps, schemas);

        steps.add(step("incident.report.what", category, words, photos));
        steps.add(step("incident.report.where", place));
        steps.add(step("incident.report.contact", new Paragraph(getTranslation("incident.report.privacy")), contact));

        back.setText(getTranslation("incident.report.back"));
        back.addClickListener(click -> show(step - 1));
        next.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
        next.addClassName("bihuan-primary");
        next.setDisableOnClick(true);
        next.addClickListener(click -> {
            try {
                forward();
            } finally {
                next.setEnabled(true);
            }
        });
        var actions = new Div(back, next);
        actions.addClassName("bihuan-actions");
        position.addClassName("incident-position");
        var main = new Main(new H1(getTranslation("incident.report.title")), position);
        steps.forEach(main::add);
        main.add(actions);
        add(new PublicHeader(), main, key);
        show(0);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("incident.report.title");
    }

    private Section step(String title, com.vaadin.flow.component.Component... parts) {
        var section = new Section(new H2(getTranslation(title)));
        section.add(parts);
        return section;
    }

    private void show(int index) {
        step = index;
        for (int i = 0; i < steps.size(); i++) {
            steps.get(i).setVisible(i == index);
        }
        position.setText(getTranslation("incident.report.position", index + 1, steps.size()));
        back.setVisible(index > 0);
        next.setText(getTranslation(index == steps.size() - 1 ? "incident.report.send" : "incident.report.next"));
        getElement().executeJs("window.scrollTo(0, 0)");
    }

    private void forward() {
        boolean complete = switch (step) {
            case 0 -> category() & words.validate() & photos.validate();
            case 1 -> place.validate();
            default -> contact.validate();
        };
        if (!complete) {
            return;
        }
        if (step < steps.size() - 1) {
            key.keep(draft());
            show(step + 1);
        } else {
            send();
        }
    }

    private boolean category() {
        boolean chosen = category.getValue() != null;
        category.setErrorMessage(getTranslation("incident.category.error"));
        category.setInvalid(!chosen);
        return chosen;
    }

    private void send() {
        IncidentCategory chosen = category.getValue();
        Point point = place.point();
        String phone = (String) contact.values().get("phone");
        try {
            Receipt receipt = intake.report(new IncidentReport(
                    key.key().value(),
                    chosen == null ? null : chosen.id(),
                    (String) words.values().get("description"),
                    point == null ? null : point.longitude(),
                    point == null ? null : point.latitude(),
                    place.communityId(),
                    place.address(),
                    phone == null || phone.isBlank() ? null : phone,
                    photos.getValue() == null ? List.of() : photos.getValue()));
            show(receipt);
        } catch (OtherContentException e) {
            intake.earlier(key.key().value()).ifPresent(this::show);
            Notification.show(getTranslation("incident.report.otherContent"));
        } catch (RejectedPhotoException e) {
            show(0);
            Notification.show(getTranslation(e.translationKey()));
        } catch (OutsideDistrictException e) {
            show(1);
            place.showError(getTranslation("incident.place.error.outside"));
            Notification.show(getTranslation("incident.place.error.outside"));
        }
    }

    private void show(Receipt receipt) {
        key.forget();
        getUI().ifPresent(ui -> ui.navigate("t/" + receipt.trackingToken()));
    }

    private ReportDraft draft() {
        IncidentCategory chosen = category.getValue();
        return new ReportDraft(
                chosen == null ? null : chosen.id(),
                (String) words.values().get("description"),
                place.point(),
                place.communityId(),
                place.address());
    }

    /** The browser has an earlier, unanswered sending: it was taken in, or what was written is there again. */
    private void comeBack(Optional<ReportDraft> kept) {
        Receipt receipt = intake.earlier(key.key().value()).orElse(null);
        if (receipt != null) {
            Notification.show(getTranslation("incident.report.received", receipt.caseNumber()));
            show(receipt);
            return;
        }
        kept.ifPresent(draft -> {
            category.setValue(catalog.choices().stream()
                    .filter(choice -> Objects.equals(choice.id(), draft.category()))
                    .findFirst()
                    .orElse(null));
            words.setValues(Map.of("description", draft.description() == null ? "" : draft.description()));
            place.restore(draft);
            Notification.show(getTranslation("incident.report.restored"));
        });
    }
}
