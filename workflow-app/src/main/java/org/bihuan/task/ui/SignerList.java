package org.bihuan.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import org.bihuan.calendar.DateFormats;
import org.bihuan.task.Signer;
import org.bihuan.task.SignerState;
import org.bihuan.task.Vote;

/** Everybody who signs a task or did: name, how far, what that person thinks. */
public final class SignerList extends Composite<OrderedList> {

    public SignerList(List<Signer> signers) {
        getContent().addClassName("task-signers");
        getContent().getElement().setAttribute("aria-label", getTranslation("task.sign.signers"));
        signers.stream().map(this::item).forEach(getContent()::add);
    }

    private ListItem item(Signer signer) {
        var name = new Span(signer.name());
        name.addClassName("task-signer-name");
        var item = new ListItem(name, chip(signer));
        item.addClassName("task-signer");
        String place = getTranslation("task.sign.place." + signer.place());
        item.add(muted(
                signer.addedByName() == null
                        ? place
                        : place + " · " + getTranslation("task.sign.addedBy", signer.addedByName())));
        Instant decided = signer.decidedAt();
        if (decided != null) {
            item.add(muted(DateFormats.dateTime(decided, getLocale())));
        }
        if (!signer.opinion().isEmpty()) {
            var opinion = new Paragraph(signer.opinion());
            opinion.addClassName("task-signer-opinion");
            item.add(opinion);
        }
        return item;
    }

    private Component chip(Signer signer) {
        Vote vote = signer.vote();
        var chip = new Span(
                vote == null
                        ? getTranslation("task.sign.state." + signer.state())
                        : getTranslation("task.sign.vote." + vote));
        chip.addClassName("bihuan-chip");
        if (vote == Vote.AGREE) {
            chip.addClassName("bihuan-chip-green");
        } else if (vote == Vote.REJECT) {
            chip.addClassName("bihuan-chip-red");
        } else if (signer.state() == SignerState.ASKED) {
            chip.addClassName("bihuan-chip-amber");
        }
        return chip;
    }

    private static Span muted(String words) {
        var span = new Span(words);
        span.addClassName("task-signer-note");
        return span;
    }
}
