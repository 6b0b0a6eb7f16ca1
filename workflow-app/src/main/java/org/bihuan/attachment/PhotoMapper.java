package org.bihuan.attachment;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

@Mapper
interface PhotoMapper {

    void insert(PhotoRow photo);

    @Nullable PhotoRow find(String id);

    List<PhotoRow> ofCase(String caseNumber);
}
