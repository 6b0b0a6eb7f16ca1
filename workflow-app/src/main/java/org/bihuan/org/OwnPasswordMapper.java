package org.bihuan.org;

import org.apache.ibatis.annotations.Mapper;

@Mapper
interface OwnPasswordMapper {

    int change(long staffId, String passwordHash);
}
