/*
 * ombud.date: civil days, periods, working days and due days.
 */
#include "module.h"

const ombud__lua_names ombud__lua_rolls[] = {{OMBUD_ROLL_NONE, "none"},
                                             {OMBUD_ROLL_NEXT_WORKING_DAY, "next_working_day"},
                                             {OMBUD_ROLL_PREVIOUS_WORKING_DAY, "previous_working_day"},
                                             {0, NULL}};
const ombud__lua_names ombud__lua_units[] = {{OMBUD_UNIT_DAYS, "days"},
                                             {OMBUD_UNIT_WEEKS, "weeks"},
                                             {OMBUD_UNIT_MONTHS, "months"},
                                             {OMBUD_UNIT_YEARS, "years"},
                                             {0, NULL}};

static int date_failure(lua_State *L, ombud_status status)
{
    const char *what = status == OMBUD_E_CALENDAR ? "the holidays of that year are not known"
                       : status == OMBUD_E_RANGE  ? "the day is outside of the years that are counted"
                       : status == OMBUD_E_DATE   ? "there is no such date"
                                                  : "the holidays are not in order";
    const char *remedy = status == OMBUD_E_CALENDAR ? "ask about 1974 or later" : "";
    return ombud__lua_fail_with(L, status, what, remedy, "");
}

/* The day by its address: it is written by the very call whose status comes before it. */
static int push_day_or_fail(lua_State *L, ombud_status status, const ombud_day *day)
{
    if (status != OMBUD_OK) {
        return date_failure(L, status);
    }
    ombud__lua_push_day(L, *day);
    return 1;
}

static int32_t whole32(lua_State *L, int index, const char *what)
{
    int64_t number = ombud__lua_whole(L, index, what);
    /* Past 32 bits it is no year either: a value that the library refuses as it refuses every such. */
    return number >= -99999 && number <= 99999 ? (int32_t)number : -1;
}

static int date_of(lua_State *L)
{
    ombud_day day = 0;
    int32_t year = whole32(L, 1, "year"), month = whole32(L, 2, "month"), number = whole32(L, 3, "day");
    return push_day_or_fail(L, ombud_day_of(year, month, number, &day), &day);
}

static int date_civil(lua_State *L)
{
    ombud_day day = 0;
    int32_t part[3];
    int failed = ombud__lua_day(L, 1, "day", &day);
    if (failed) {
        return failed;
    }
    ombud_day_civil(day, &part[0], &part[1], &part[2]);
    for (int i = 0; i < 3; i++) {
        ombud__lua_push_whole(L, part[i]);
    }
    return 3;
}

static int date_number(lua_State *L)
{
    ombud_day day = 0;
    int failed = ombud__lua_day(L, 1, "day", &day);
    if (failed) {
        return failed;
    }
    ombud__lua_push_whole(L, day);
    return 1;
}

static int date_from_number(lua_State *L)
{
    char text[16];
    ombud_day day = ombud__lua_whole(L, 1, "day");
    return push_day_or_fail(L, ombud_day_format(day, text, sizeof text), &day);
}

static int date_weekday(lua_State *L)
{
    ombud_day day = 0;
    int32_t weekday = 0;
    int failed = ombud__lua_day(L, 1, "day", &day);
    if (failed) {
        return failed;
    }
    ombud_status status = ombud_day_weekday(day, &weekday);
    if (status != OMBUD_OK) {
        return date_failure(L, status);
    }
    ombud__lua_push_whole(L, weekday);
    return 1;
}

static int date_easter(lua_State *L)
{
    ombud_day day = 0;
    return push_day_or_fail(L, ombud_easter(whole32(L, 1, "year"), &day), &day);
}

static int date_brussels(lua_State *L)
{
    ombud_day day = 0;
    return push_day_or_fail(L, ombud_brussels_day(ombud__lua_whole(L, 1, "seconds"), &day), &day);
}

static int date_period(lua_State *L)
{
    ombud_period period;
    int failed = ombud__lua_period(L, 1, "period", &period);
    if (failed) {
        return failed;
    }
    ombud__lua_push_whole(L, period.count);
    ombud__lua_push_name(L, period.unit, ombud__lua_units);
    return 2;
}

typedef ombud_status (*counting)(ombud_day day, ombud_period period, ombud_day *out);

static int count(lua_State *L, counting how)
{
    ombud_day day = 0;
    ombud_period period;
    int failed = ombud__lua_day(L, 1, "day", &day);
    failed = failed ? failed : ombud__lua_period(L, 2, "period", &period);
    return failed ? failed : push_day_or_fail(L, how(day, period, &day), &day);
}

static int date_add(lua_State *L)
{
    return count(L, ombud_day_add);
}

static int date_subtract(lua_State *L)
{
    return count(L, ombud_day_subtract);
}

/* ---- holidays: a list of days, or a function that is given a year and returns that year's list ---- */

typedef struct host_days {
    ombud_day *days; /* in a userdata on the stack */
    size_t count;
} host_days;

/* Puts the days of the list on the top into order among those before; a day twice is one day. */
static int add_days(lua_State *L, host_days *into, ombud_day *room)
{
    size_t length = lua_rawlen(L, -1);
    for (size_t i = 1; i <= length; i++) {
        ombud_day day = 0;
        lua_rawgeti(L, -1, (int)i);
        int failed = ombud__lua_day(L, -1, "holidays", &day);
        if (failed) {
            return failed;
        }
        lua_pop(L, 1);
        size_t at = into->count;
        while (at && room[at - 1] > day) {
            at--;
        }
        if (at && room[at - 1] == day) {
            continue;
        }
        for (size_t j = into->count; j > at; j--) {
            room[j] = room[j - 1];
        }
        room[at] = day;
        into->count++;
    }
    into->days = room;
    return 0;
}

/* The lists of the years about a day: those that a roll from it can touch. The function is called before the library
 * is. */
static int days_of_years(lua_State *L, int function, ombud_day around, host_days *out)
{
    int32_t year = 0;
    size_t wanted = 0;
    int lists = 0;
    ombud_day_civil(around, &year, NULL, NULL);
    for (int32_t asked = year - 1; asked <= year + 1; asked++) {
        if (asked < 1 || asked > 9999) {
            continue;
        }
        lua_pushvalue(L, function);
        ombud__lua_push_whole(L, asked);
        lua_call(L, 1, 1);
        if (lua_isnil(L, -1)) {
            lua_pop(L, 1);
            continue;
        }
        luaL_checktype(L, -1, LUA_TTABLE);
        wanted += lua_rawlen(L, -1);
        lists++;
    }
    ombud_day *room = lua_newuserdata(L, (wanted + 1) * sizeof *room);
    for (int i = lists; i > 0; i--) {
        lua_pushvalue(L, -1 - i);
        int failed = add_days(L, out, room);
        if (failed) {
            return failed;
        }
        lua_pop(L, 1);
    }
    return 0;
}

/* What stands on the stack afterwards keeps the days alive. */
static int read_holidays(lua_State *L, int index, ombud_day around, host_days *out)
{
    out->days = NULL;
    out->count = 0;
    luaL_checkstack(L, 12, NULL);
    if (lua_isnoneornil(L, index)) {
        return 0;
    }
    if (lua_isfunction(L, index)) {
        return days_of_years(L, index, around, out);
    }
    luaL_checktype(L, index, LUA_TTABLE);
    ombud_day *room = lua_newuserdata(L, (lua_rawlen(L, index) + 1) * sizeof *room);
    lua_pushvalue(L, index);
    return add_days(L, out, room);
}

static int date_holiday(lua_State *L)
{
    ombud_day day = 0;
    host_days host;
    ombud_holiday holiday = OMBUD_HOLIDAY_NONE;
    lua_settop(L, 2);
    int failed = ombud__lua_day(L, 1, "day", &day);
    failed = failed ? failed : read_holidays(L, 2, day, &host);
    if (failed) {
        return failed;
    }
    ombud_status status = ombud_day_holiday(day, host.days, host.count, &holiday);
    if (status != OMBUD_OK) {
        return date_failure(L, status);
    }
    if (holiday == OMBUD_HOLIDAY_NONE) {
        lua_pushboolean(L, 0);
    } else {
        lua_pushstring(L, ombud_holiday_name(holiday));
    }
    return 1;
}

static int date_roll(lua_State *L)
{
    ombud_day day = 0;
    host_days host;
    lua_settop(L, 3);
    ombud_roll roll = ombud__lua_named(L, 2, "roll", ombud__lua_rolls);
    int failed = ombud__lua_day(L, 1, "day", &day);
    failed = failed ? failed : read_holidays(L, 3, day, &host);
    return failed ? failed : push_day_or_fail(L, ombud_day_roll(day, roll, host.days, host.count, &day), &day);
}

void ombud__lua_push_steps(lua_State *L, const ombud_due_steps *steps)
{
    lua_createtable(L, 0, 8);
    ombud__lua_set_day(L, "start", 1, steps->start);
    ombud__lua_push_period(L, steps->period);
    lua_setfield(L, -2, "period");
    ombud__lua_set_day(L, "unrolled", 1, steps->unrolled);
    ombud__lua_set_day(L, "due", 1, steps->due);
    ombud__lua_set_truth(L, "month_end", steps->month_end);
    ombud__lua_set_name(L, "roll", steps->roll, ombud__lua_rolls);
    ombud__lua_set_whole(L, "rolled_days", steps->rolled_days);
    if (steps->because != OMBUD_HOLIDAY_NONE) {
        ombud__lua_set_view(L, "because", ombud_view_of(ombud_holiday_name(steps->because)));
    }
}

static int date_due(lua_State *L)
{
    static const char *const keys[] = {"roll", "holidays", NULL};
    ombud_day start = 0, unrolled = 0;
    ombud_period period;
    ombud_roll roll = OMBUD_ROLL_NONE;
    host_days host = {NULL, 0};
    ombud_due_steps steps = OMBUD_DUE_STEPS_INIT;
    lua_settop(L, 3);
    int failed = ombud__lua_day(L, 1, "day", &start);
    failed = failed ? failed : ombud__lua_period(L, 2, "period", &period);
    if (failed) {
        return failed;
    }
    ombud_status status = ombud_day_add(start, period, &unrolled);
    if (status == OMBUD_OK && !lua_isnil(L, 3)) {
        ombud__lua_known_keys(L, 3, keys);
        lua_getfield(L, 3, "roll");
        roll = lua_isnil(L, -1) ? OMBUD_ROLL_NONE : ombud__lua_named(L, -1, "roll", ombud__lua_rolls);
        lua_getfield(L, 3, "holidays");
        failed = read_holidays(L, lua_gettop(L), unrolled, &host);
    }
    if (failed) {
        return failed;
    }
    status = status == OMBUD_OK ? ombud_due(start, period, roll, host.days, host.count, &steps) : status;
    if (status != OMBUD_OK) {
        return date_failure(L, status);
    }
    ombud__lua_push_steps(L, &steps);
    return 1;
}

void ombud__lua_open_date(lua_State *L)
{
    static const luaL_Reg functions[] = {{"of", date_of},
                                         {"civil", date_civil},
                                         {"number", date_number},
                                         {"from_number", date_from_number},
                                         {"weekday", date_weekday},
                                         {"easter", date_easter},
                                         {"brussels", date_brussels},
                                         {"period", date_period},
                                         {"add", date_add},
                                         {"subtract", date_subtract},
                                         {"holiday", date_holiday},
                                         {"roll", date_roll},
                                         {"due", date_due},
                                         {NULL, NULL}};
    lua_newtable(L);
    ombud__lua_add(L, functions);
    lua_setfield(L, -2, "date");
}
