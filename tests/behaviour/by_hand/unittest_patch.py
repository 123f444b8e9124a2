import io
import unittest
from unittest import mock

import openai


def greet(name):
    response = openai.chat.completions.create(model="gpt-4", messages=[{"role": "user", "content": f"Greet {name}"}])
    return response.choices[0].message.content


class GreetTest(unittest.TestCase):
    @mock.patch("openai.resources.chat.completions.Completions.create")
    def test_greet(self, create):
        create.return_value.choices = [mock.Mock(message=mock.Mock(content="Hello, Bo"))]
        self.assertEqual(greet("Bo"), "Hello, Bo")
        self.assertEqual(create.call_args[1]["model"], "gpt-4")

    def test_error(self):
        slow = openai.RateLimitError("slow", response=mock.Mock(status_code=429), body=None)
        with mock.patch("openai.resources.chat.completions.Completions.create", side_effect=slow):
            with self.assertRaises(openai.RateLimitError):
                greet("Cy")

    def test_real(self):
        self.assertTrue(greet("Di").endswith("Greet Di"))


suite = unittest.defaultTestLoader.loadTestsFromTestCase(GreetTest)
result = unittest.TextTestRunner(stream=io.StringIO()).run(suite)
print(result.testsRun, "tests,", len(result.failures) + len(result.errors), "bad")
raise SystemExit(0 if result.wasSuccessful() else 4)
