-- MySQL 9.7 follows a table's cascade into itself until its limit of 30 and refuses to delete any incident, so that no
-- failed job could go on. The engine deletes causes and their effects itself and does not need these two.
alter table ACT_RU_INCIDENT drop foreign key ACT_FK_INC_CAUSE;
alter table ACT_RU_INCIDENT drop foreign key ACT_FK_INC_RCAUSE;
