package org.bihuan.org;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

@Mapper
interface OrgMapper {

    @Nullable OrgUnit find(long unitId);

    List<OrgUnit> findAll(Collection<Long> unitIds);

    @Nullable OrgUnit findByCode(String code);

    List<OrgUnit> findByCodes(Collection<String> codes);

    List<OrgUnit> upwards(String path);

    List<OrgUnit> roots(LocalDate today);

    List<OrgUnit> children(long unitId, LocalDate today);

    /** All that ever were, when no day is given. */
    List<OrgUnit> below(String path, UnitKind kind, @Nullable LocalDate today);

    List<OrgUnit> search(
            String path, Collection<UnitKind> kinds, String pattern, @Nullable LocalDate today, int offset, int limit);

    /** Units directly below, or those without a parent, whether they exist today or not. */
    List<UnitNode> nodes(@Nullable Long parentId, int offset, int limit);

    int nodeCount(@Nullable Long parentId);

    List<HeldPost> heldPosts(long unitId, LocalDate today);

    @Nullable OrgUnit locate(double longitude, double latitude, UnitKind kind, LocalDate today);

    boolean hasBorder(long unitId);

    @Nullable OrgUnit home();
}
