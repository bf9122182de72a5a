-- What was asked for before there were chains waits for whoever may decide on its group, or has been decided on by them.
insert into request_turn (organisation, request, step, slot, role, group_name, account, stands_in, open)
select r.organisation, r.id, 0, 0, '*', i.group_name, '', false, true from request r
join item i on i.organisation = r.organisation and i.id = r.item;
