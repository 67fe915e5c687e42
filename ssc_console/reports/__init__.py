"""What people take away on paper or in a file: the timetable; later what really happened."""
