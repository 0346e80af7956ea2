"""The situation of a case: its items with their states and facts, links, and terms."""

from lawtext import Thing
from three import NO, UNKNOWN, YES


class Refused(Exception):
    """A line that the law's vocabulary does not admit."""


class Situation:
    def __init__(self, edition, persons):
        self.edition = edition
        self.items, self.links = {}, []
        self.doubts = set()                         # what the library is known to answer otherwise
        self.terms, self.last_terms = [], {}        # all in the order in which they opened; the last by item and name
        self.roles = {}
        for person, roles in persons.items():
            self.add(person)
            self.roles[person] = set(roles)

    def kind_of(self, name):
        prefix = name.rstrip("0123456789")
        if prefix not in self.edition.law.prefixes or prefix == name:
            raise Refused("no such kind of item: " + name)
        return self.edition.law.prefixes[prefix]

    def add(self, name):
        if name not in self.items:
            self.items[name] = Thing(id=name, kind=self.kind_of(name), state=None, facts={}, choices={}, days={}, periods={},
                                     last={}, kept={}, carried=set(), there=True)
        return self.items[name]

    def link(self, source, name, target):
        if (source, name, target) not in self.links:
            self.links.append((source, name, target))

    def linked(self, item, link, forward, kind):
        """The items of a kind that a link leads to, or comes from."""
        if forward:
            ids = [target for source, name, target in self.links if source == item.id and name == link]
        else:
            ids = [source for source, name, target in self.links if target == item.id and name == link]
        return [self.items[one] for one in ids if self.items[one].kind == kind]

    def definitions(self, kind, name):
        return [row for row in self.edition.law.of_kind("definition", kind) if name in row.facts]

    def opened(self, term):
        self.terms.append(term)
        self.last_terms[term.item, term.row.name] = term

    def latest(self, item, name):
        return self.last_terms.get((item, name))

    # ---- roles ----------------------------------------------------------------------------------------------------------

    def role_acted_in(self, event, role):
        """A line that says in which role somebody acts speaks of no other that they hold."""
        if event.role is not None and event.role != role:
            return NO
        return self.role_held(event.by, role, event.item)

    def role_held(self, person, role, item):
        """Whether who acts on an item holds a role there: told by the host, or by an item in the state that is linked to
        them; of a role that a link has the name of, only of items that are not another's; and no office where they are
        concerned."""
        if person is None:
            return UNKNOWN
        if self.anothers(person, role, item):
            return NO
        if self.edition.law.roles.get(role) is not None and self.concerned(person, item):
            return NO
        if role in self.roles.get(person, ()):
            return YES
        holder = self.edition.law.roles.get(role)
        if holder is not None:
            kind, states = holder
            for source, _, target in self.links:
                if target == person and self.items[source].kind == kind and self.items[source].state in states:
                    return YES
        return NO

    def anothers(self, person, role, item, more=()):
        """Whether the links that have a role's name lead from an item, or from those tied to it, to others alone; `more` are
        links beside those of the situation."""
        naming = {kind.name for kind in self.edition.law.items.values()
                  if role in kind.links and kind.links[role].target == "person"}
        if person == item or not naming:
            return False
        links = self.links + list(more)
        of = [item]
        if self.kind_of(item) not in naming:
            near = [target for source, _, target in links if source == item]
            near += [source for source, _, target in links if target == item]
            of = [one for one in near if self.kind_of(one) in naming]
        named = [{target for source, name, target in links if source == one and name == role} for one in of]
        return any(named) and not any(person in one for one in named)

    def concerned(self, person, item):
        """Whether a link that is marked leads to a person, from an item or from one to which it leads."""
        of = [item] + [target for source, _, target in self.links if source == item]
        return any(target == person and source in of
                   and self.edition.law.items[self.kind_of(source)].links[name].concerned
                   for source, name, target in self.links)

    def could_state(self, person, role, item, more=()):
        """Of a statement it is enough that such an item is linked to the person at all."""
        if self.anothers(person, role, item, more):
            return False
        if role in self.roles.get(person, ()):
            return True
        holder = self.edition.law.roles.get(role)
        return holder is not None and any(target == person and self.items[source].kind == holder[0]
                                          for source, _, target in self.links)
