// A due day with C++20's calendar types, as its documentation shows them used: the reference of the measure `due_day`
// where a compiler has them.
#include <chrono>
#include <cstdint>

extern "C" std::int32_t chrono_due(std::int32_t start, std::int32_t count, std::int32_t unit)
{
    using namespace std::chrono;
    sys_days day{days{start}};
    if (unit <= 2) // days, weeks
        return static_cast<std::int32_t>(
            (day + (unit == 2 ? days{7 * count} : days{count})).time_since_epoch().count());
    year_month_day date{day};
    if (unit == 3)
        date += months{count};
    else
        date += years{count};
    if (!date.ok())
        date = date.year() / date.month() / last;
    return static_cast<std::int32_t>(sys_days{date}.time_since_epoch().count());
}
