package org.bihuan.org.ui;

import com.vaadin.flow.data.provider.hierarchy.AbstractBackEndHierarchicalDataProvider;
import com.vaadin.flow.data.provider.hierarchy.HierarchicalQuery;
import java.util.List;
import java.util.stream.Stream;
import org.bihuan.org.OrgAdministration;
import org.bihuan.org.UnitNode;

/** The tree level by level as it is opened, or a plain list of what was searched for. */
class UnitTree extends AbstractBackEndHierarchicalDataProvider<UnitNode, Void> {

    /** Whoever searches for more than this has to be more exact. */
    static final int MOST_FOUND = 200;

    private final transient OrgAdministration administration;

    private String text = "";

    UnitTree(OrgAdministration administration) {
        this.administration = administration;
    }

    void search(String text) {
        this.text = text.strip();
        refreshAll();
    }

    @Override
    public Object getId(UnitNode node) {
        return node.id();
    }

    @Override
    public boolean hasChildren(UnitNode node) {
        return text.isEmpty() && node.children() > 0;
    }

    @Override
    public int getChildCount(HierarchicalQuery<UnitNode, Void> query) {
        if (!text.isEmpty()) {
            return query.getParent() == null ? found().size() : 0;
        }
        int count = query.getParent() == null
                ? administration.nodeCount(null)
                : query.getParent().children();
        return Math.max(0, Math.min(count - query.getOffset(), query.getLimit()));
    }

    @Override
    protected Stream<UnitNode> fetchChildrenFromBackEnd(HierarchicalQuery<UnitNode, Void> query) {
        if (!text.isEmpty()) {
            return query.getParent() == null
                    ? found().stream().skip(query.getOffset()).limit(query.getLimit())
                    : Stream.empty();
        }
        Long parentId = query.getParent() == null ? null : query.getParent().id();
        return administration.nodes(parentId, query.getOffset(), query.getLimit()).stream();
    }

    private List<UnitNode> found() {
        return administration.search(text, 0, MOST_FOUND).stream()
                .map(unit -> new UnitNode(unit.id(), unit.code(), unit.name(), unit.kind(), unit.validTo(), 0))
                .toList();
    }
}
