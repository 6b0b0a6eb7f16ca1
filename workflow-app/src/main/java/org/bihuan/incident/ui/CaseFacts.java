package org.bihuan.incident.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.bihuan.attachment.Photo;
import org.bihuan.attachment.PhotoGallery;
import org.bihuan.attachment.PhotoKind;
import org.bihuan.attachment.PhotoService;
import org.bihuan.audit.AuditLog;
import org.bihuan.calendar.DateFormats;
import org.bihuan.incident.Incident;
import org.bihuan.incident.IncidentLookup.Details;
import org.bihuan.map.Maps;
import org.bihuan.map.Point;
import org.bihuan.task.ui.CaseTalk;
import org.bihuan.trace.Audience;
import org.bihuan.trace.DiagramService;
import org.bihuan.trace.ProcessDiagram;
import org.bihuan.trace.Timeline;
import org.jspecify.annotations.Nullable;

/** What was reported, where it is, and the way so far. */
@org.springframework.stereotype.Component
class CaseFacts {

    private final AuditLog audit;
    private final DiagramService diagrams;
    private final PhotoService photos;
    private final Maps maps;
    private final I18NProvider words;
    private final CaseTalk talk;
    private final Clock clock;

    CaseFacts(
            AuditLog audit,
            DiagramService diagrams,
            PhotoService photos,
            Maps maps,
            I18NProvider words,
            CaseTalk talk,
            Clock clock) {
        this.audit = audit;
        this.diagrams = diagrams;
        this.photos = photos;
        this.maps = maps;
        this.words = words;
        this.talk = talk;
        this.clock = clock;
    }

    /** What was reported: description, place, photos, the catalogue's conditions. */
    Component facts(Details details) {
        Incident incident = details.incident();
        var description = new Paragraph(incident.report().description());
        description.addClassName("incident-description");
        var facts = new DescriptionList();
        facts.addClassName("incident-facts");
        fact(facts, "incident.fact.category", details.category().fullName());
        fact(facts, "incident.fact.place", details.place());
        fact(
                facts,
                "incident.fact.reported",
                DateFormats.dateTime(incident.report().reportedAt(), locale()));
        fact(facts, "incident.fact.phone", incident.report().phone());
        fact(facts, "incident.fact.body", details.category().responsibleBody());
        fact(facts, "incident.fact.filing", details.category().filingCondition());
        fact(facts, "incident.fact.closing", details.category().closingCondition());
        if (incident.state().stars() != null) {
            fact(facts, "incident.fact.stars", "★".repeat(incident.state().stars()));
        }
        if (incident.state().mergedInto() != null) {
            fact(facts, "incident.fact.merged", incident.state().mergedInto().value());
        }
        var section = new Section(new H2(word("incident.facts")), description, facts);
        section.addClassName("bihuan-card");
        List<Photo> all = photos(details);
        for (PhotoKind kind : PhotoKind.values()) {
            List<Photo> some =
                    all.stream().filter(photo -> photo.kind() == kind).toList();
            if (!some.isEmpty()) {
                var title = new Span(word("incident.photos." + kind));
                title.addClassName("incident-photos-title");
                section.add(title, new PhotoGallery(some, PhotoGallery.staffUrl()));
            }
        }
        return section;
    }

    List<Photo> photos(Details details) {
        return photos.photos(details.incident().caseNumber());
    }

    /** Map, timeline, talk and diagram. */
    Component context(Details details) {
        Incident incident = details.incident();
        var context = new Div();
        context.addClassName("incident-context");
        if (incident.report().longitude() != null && incident.report().latitude() != null) {
            var map = new Section(
                    new H2(word("incident.map")),
                    maps.view(
                            new Point(
                                    incident.report().longitude(),
                                    incident.report().latitude()),
                            details.place()));
            map.addClassName("bihuan-card");
            context.add(map);
        }
        var timeline = new Section(
                new H2(word("incident.way")),
                new Timeline(audit.entries(incident.caseNumber()), Audience.STAFF, clock.instant()));
        timeline.addClassName("bihuan-card");
        context.add(timeline, talk.of(incident.caseNumber()));
        diagrams.of(incident.caseNumber()).ifPresent(way -> {
            var diagram = new Section(new H2(word("incident.diagram")), new ProcessDiagram(way));
            diagram.addClassName("bihuan-card");
            context.add(diagram);
        });
        return context;
    }

    private void fact(DescriptionList facts, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new DescriptionList.Term(word(key)), new DescriptionList.Description(value));
        }
    }

    private String word(String key) {
        return words.getTranslation(key, locale());
    }

    private static Locale locale() {
        return Objects.requireNonNullElse(UI.getCurrent(), new UI()).getLocale();
    }
}
