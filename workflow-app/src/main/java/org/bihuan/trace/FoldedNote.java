package org.bihuan.trace;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;

/** What somebody wrote, folded at six lines; the button appears when that hides something at the present width. */
final class FoldedNote extends Composite<Div> {

    private final Quote quote = new Quote();
    private final Button unfold = new Button();
    private boolean folded;

    FoldedNote(String note) {
        quote.setText(note);
        quote.addClassName("trace-note");
        unfold.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        unfold.addClickListener(click -> fold(!folded));
        unfold.getElement().setAttribute("hidden", true);
        fold(true);
        getContent().add(quote, unfold);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        getElement().executeJs("""
                        const [quote, button] = [$0, $1];
                        new ResizeObserver(() => {
                          if (quote.classList.contains('trace-note-folded')) {
                            button.hidden = quote.scrollHeight <= quote.clientHeight + 1;
                          }
                        }).observe(quote);
                        """, quote.getElement(), unfold.getElement());
    }

    private void fold(boolean fold) {
        folded = fold;
        quote.setClassName("trace-note-folded", fold);
        unfold.setText(getTranslation(fold ? "trace.note.more" : "trace.note.less"));
        unfold.getElement().setAttribute("aria-expanded", String.valueOf(!fold));
    }

    @Tag("blockquote")
    private static final class Quote extends HtmlContainer {}
}
